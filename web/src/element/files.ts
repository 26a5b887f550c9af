import { reasonOf } from '../parts/reason.ts';
import type { Input } from '../worker/protocol.ts';

/** What can be read of what a person gave, and a sentence for each thing that cannot. */
export interface Gathered {
  inputs: Input[];
  notes: string[];
}

/** Of a folder, files that end otherwise are left out, as the command line does it; a file that is given by itself is always taken. */
const endings = ['.yaml', '.yml', '.json', '.ndjson', '.jsonl'];

function isExport(name: string): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(ending));
}

function nothingIn(folder: string): string {
  return `The folder${folder && ` ${folder}`} holds no file that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}.`;
}

/** What was dropped: files, and those of folders, with their paths. Whatever cannot be read is a note, and the rest is kept. */
export async function droppedInputs(transfer: DataTransfer): Promise<Gathered> {
  // The list of items is empty after the first await, so all entries are taken before.
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const gathered: Gathered = { inputs: [], notes: [] };
  for (const [index, entry] of entries.entries()) {
    const file = files[index];
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, gathered);
    else if (file) gathered.inputs.push({ name: file.name, data: file });
    else if (entry) await take(entry as FileSystemFileEntry, gathered);
  }
  return gathered;
}

async function walk(folder: FileSystemDirectoryEntry, gathered: Gathered): Promise<void> {
  const before = gathered.inputs.length + gathered.notes.length;
  await walkInto(folder, gathered);
  if (gathered.inputs.length + gathered.notes.length === before) gathered.notes.push(nothingIn(folder.name));
}

async function walkInto(folder: FileSystemDirectoryEntry, gathered: Gathered): Promise<void> {
  const reader = folder.createReader();
  try {
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const one of some) {
        if (one.isDirectory) await walkInto(one as FileSystemDirectoryEntry, gathered);
        else if (isExport(one.name)) await take(one as FileSystemFileEntry, gathered);
      }
    }
  } catch (error) {
    gathered.notes.push(`The folder ${pathOf(folder)} could not be read: ${reasonOf(error)}.`);
  }
}

async function take(entry: FileSystemFileEntry, { inputs, notes }: Gathered): Promise<void> {
  try {
    inputs.push({ name: pathOf(entry), data: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
  } catch (error) {
    notes.push(`${pathOf(entry)} could not be read: ${reasonOf(error)}.`);
  }
}

function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}

/** What a person chooses in the dialog of the browser. */
export function pickInputs(what: 'files' | 'folder'): Promise<Gathered> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if (what === 'folder') input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(picked([...(input.files ?? [])], what)), { once: true });
    input.addEventListener('cancel', () => resolve({ inputs: [], notes: [] }), { once: true });
    input.click();
  });
}

function picked(files: File[], what: 'files' | 'folder'): Gathered {
  const taken = what === 'folder' ? files.filter((file) => isExport(file.name)) : files;
  const inputs = taken.map((file) => ({ name: file.webkitRelativePath || file.name, data: file }));
  // A browser tells of a folder that is empty by no file at all, and does not name it.
  const folder = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  return { inputs, notes: what === 'folder' && inputs.length === 0 ? [nothingIn(folder)] : [] };
}
