import { html, type TemplateResult } from 'lit';

/** Control characters, and those that turn the direction of the text or are not seen: they must neither hide nor move what stands around them. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/u;
const unseenEach = new RegExp(`(${unseen.source})`, 'gu');

/** Text from a file, as text: what cannot be seen is written as its code point. */
export function plain(text: string): string | TemplateResult {
  if (!unseen.test(text)) return text;
  return html`${text.split(unseenEach).map((piece) => (unseen.test(piece) ? html`<span class="ctl">${codePoint(piece)}</span>` : piece))}`;
}

/** The same where there is room for text alone: an option, an attribute, a title. */
export function plainText(text: string): string {
  return text.replace(unseenEach, codePoint);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const number = new Intl.NumberFormat('en');

/** `1 revision`, `1,048 revisions`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${number.format(amount)} ${amount === 1 ? one : many}`;
}

export function grouped(amount: number): string {
  return number.format(amount);
}

/** `96 kB`, `1.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** `12 of 40 MB`: a part in the unit of the whole. */
export function sizeOf(bytes: number, all: number): string {
  if (all < 1e6) return `${Math.round(bytes / 1000)} of ${size(all)}`;
  return `${(bytes / 1e6).toFixed(all < 1e7 ? 1 : 0)} of ${size(all)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An RFC 3339 time, which the core gives in UTC. It is cut, not converted: a drawn view must not fail on a time that `Date` does not know. */
const timeForm = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/;

/** `09:18:06`; what has another form is shown as it is. */
export function clock(time: string): string {
  return timeForm.exec(time)?.[4] ?? plainText(time);
}

/** `20 Nov 2026`. */
export function day(time: string): string {
  const [, year, month, date] = timeForm.exec(time) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? plainText(time) : `${Number(date)} ${name} ${year}`;
}

/** `41 s`, `1 m 7 s`, `3 h 20 m`, `12 d`: from one time to a later one. */
export function span(from: string, to: string): string {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (Number.isNaN(seconds)) return 'some time';
  if (seconds < 60) return `${Math.max(seconds, 0)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} m`;
  return `${Math.floor(seconds / 86_400)} d`;
}

const kinds: Record<string, string> = { Deployment: 'deploy', DaemonSet: 'ds', StatefulSet: 'sts' };

/** `shop/web`; what was not exported from a cluster may have no namespace. */
export function namespacePart({ namespace }: { namespace: string }): TemplateResult | string {
  return namespace === '' ? '' : html`<span>${plain(namespace)}/</span>`;
}

/** The short name that kubectl knows a kind by. */
export function shortKind(kind: string): string {
  return kinds[kind] ?? kind;
}

/** What holds the revisions of a kind. */
export function holderKind(kind: string): string {
  return kind === 'Deployment' ? 'ReplicaSet' : 'ControllerRevision';
}
