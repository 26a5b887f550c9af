import type { Input } from '../worker/protocol.ts';

/** What was dropped: files, and all files of folders, with their paths. */
export async function droppedInputs(transfer: DataTransfer): Promise<Input[]> {
  // The list of items is empty after the first await, so all entries are taken before.
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const inputs: Input[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry) await walk(entry, inputs);
    else if (files[index]) inputs.push({ name: files[index].name, data: files[index] });
  }
  return inputs;
}

async function walk(entry: FileSystemEntry, inputs: Input[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    inputs.push({ name: entry.fullPath.replace(/^\//, ''), data: file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await walk(one, inputs);
  }
}

/** What a person chooses in the dialog of the browser. */
export function pickInputs(what: 'files' | 'folder'): Promise<Input[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if (what === 'folder') input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, data: file }))), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
