// What is shown, in plain words. No page is needed for any of it.

export const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** How many there are, and how many of them are shown. */
export const someOf = (shown, number, noun) =>
  `${count(number, noun)}${shown.length < number ? `, the first ${shown.length} shown` : ''}`;

/** How many records a page shows of all that there are, or of those with the words that were looked for. */
export function foundRecords(noun, { count: all, items, next }, words) {
  if (all === 0) {
    return `No ${noun} here yet.`;
  }
  if (!words) {
    return `${count(all, noun)}, ${items.length} shown, the last changed first`;
  }
  if (items.length > 0) {
    return `${count(items.length, noun)} with “${words}” shown, the last changed first`;
  }
  return next ? `None with “${words}” among the newest; the next page looks on.` : `No ${noun} with “${words}” here.`;
}

/** A field's name from its pointer: "/to/city" is "to › city". */
export const fieldName = path =>
  path.split('/').slice(1).map(name => name.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ');

/** What a table has under a name; names of records' types are anybody's, `constructor` too. */
export const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

const TYPES = { note: 'Note', task: 'Task', invoice: 'Invoice', counter: 'Counter' };

export const typeName = type => own(TYPES, type) ?? type;

/** What a record is called: its kind, and its title where it has one. */
export const recordName = record =>
  record.title ? `${typeName(record.type)} “${record.title}”` : `${typeName(record.type)} ${record.id}`;

const STATUSES = {
  SYNCED: '',
  PENDING: 'not sent yet',
  CONFLICT: 'conflict',
  PARKED: 'not taken by the server',
  READ_ONLY: 'read only',
};

export const statusWord = status => own(STATUSES, status) ?? '';

export function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)}\u00a0${units[unit]}`;
}

/** A time for people; today without the day. */
export function time(text, now = new Date()) {
  if (!text) {
    return 'never';
  }
  const at = new Date(text);
  // One line holds a time, and so a number with its unit.
  const clock = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }).replaceAll(' ', '\u00a0');
  return at.toDateString() === now.toDateString() ? clock : `${at.toLocaleDateString()} ${clock}`;
}

/** A value for reading. */
export function shown(value) {
  if (value.kind === 'ABSENT') {
    return '(nothing)';
  }
  return value.text === '' ? '(empty)' : value.text;
}

/** What a typed value of a field is read as: as the sides have it. */
export function typingKind(...sides) {
  return sides.map(side => side.kind).find(kind => kind !== 'ABSENT') ?? 'TEXT';
}

/** Whether nothing goes out until somebody signs in: refused by the server, or there is no token to begin with. */
export const isSignedOut = status =>
  (status?.problem ? (status.problem.recoveries ?? []).includes('SIGN_IN') : status?.state === 'PAUSED');

/** How the network and the last sync stand, from the program's status. */
export function network(status) {
  if (!status.on) {
    return 'Offline, by the switch';
  }
  if (isSignedOut(status)) {
    return 'Signed out: sign in again in Settings';
  }
  switch (status.state) {
    case 'SYNCING':
      return 'Syncing…';
    case 'OFFLINE':
      return 'The server can’t be reached';
    case 'PAUSED':
      return 'Paused: look in Settings';
    default:
      return status.problem ? 'Waiting for the server' : 'Online';
  }
}

const REASONS = {
  SERVER_WINS: 'before a newer state from the server',
  MERGED: 'before it was merged',
  RESOLVED: 'your side, before a conflict was decided',
  RESOLVED_SERVER_SIDE: 'the server’s side, before a conflict was decided',
  DELETED: 'before it was deleted',
  EDITED_OVER: 'before it was saved from an older page',
  RESOLVED_ELSEWHERE: 'before a decision made elsewhere',
  DISMISSED: 'before a change was given up',
  RESTORED: 'before an undo',
  SPACE_LOST: 'before its space was lost',
};

export const reason = text => own(REASONS, text) ?? '';

const UPLOADS = {
  WAITING: 'waits',
  UPLOADING: 'is being sent',
  ATTACHING: 'is on the server; its record gets it next',
  DONE: 'is there',
  PAUSED: 'is paused',
  PARKED: 'was not taken',
  REFUSED: 'is refused by the server',
  CANCELLED: 'was given up',
};

export const uploadState = state => own(UPLOADS, state) ?? state;

/** A notice as a sentence. */
export function notice(about) {
  const record = about.type ? recordName(about) : '';
  switch (about.what) {
    case 'PARKED':
      return `${record}: ${about.sentence}`;
    case 'UPLOAD':
      return about.state === 'DONE'
        ? `${about.file ?? 'The file'} is uploaded.`
        : `${about.file ?? 'The file'} was not uploaded. ${about.sentence ?? ''}`.trim();
    case 'SPACE_GAINED':
      return `New here: the space ${about.space}.`;
    case 'SPACE_LOST':
      return `You are no longer in the space ${about.space}.`;
    case 'OVERRIDDEN':
      return overridden(about, record);
    default:
      return '';
  }
}

/** What is said of conflicts that were found; one has its name. */
export const conflictNotice = (number, one) =>
  `${one ? recordName(one) : count(number, 'record')} ${number === 1 ? 'was' : 'were'} changed here and elsewhere. You decide which counts.`;

function overridden({ reason: why, snapshot }, record) {
  switch (why) {
    case 'SERVER_WINS':
      return `A newer state of ${record} has replaced yours.`;
    case 'MERGED':
      return `Your change of ${record} was merged with another one${snapshot ? '; bringing yours back takes that one away' : ''}.`;
    case 'EDITED_OVER':
      return `What you saved of ${record} took the place of what you had written on another page.`;
    case 'RESOLVED_ELSEWHERE':
      return `The conflict of ${record} was decided elsewhere.`;
    default:
      return `${record} went with its space.`;
  }
}

/** The page's title: what waits for a person comes first. */
export function title(status, view) {
  const waiting = status ? status.conflicts + status.parked + status.uploadTroubles : 0;
  return `${waiting ? `(${waiting}) ` : ''}${view}${status ? ` – ${status.name}` : ''}`;
}

/** What can be done about a failure, as words for a button or a hint. */
export const recovery = {
  RETRY: 'Retry',
  DISMISS: 'Dismiss',
  REPORT: 'Report',
  EDIT: 'Open and edit',
  SIGN_IN: 'Sign in',
  RESOLVE: 'Decide',
  EXPORT: 'Open and copy',
};
