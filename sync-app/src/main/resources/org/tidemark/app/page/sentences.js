// Sentences of single views, made without a page.
import { fieldName, isSignedOut, recordName, time } from './words.js';

/** When what waits is tried next; a time that is past means: whenever it can be. */
export const isDue = (text, now = new Date()) => !text || new Date(text) <= now;

/** What became of a save, for a record's status; nothing where its mark says more. */
export function saved(recordStatus, status = null) {
  switch (recordStatus) {
    case 'SYNCED':
      return 'Saved and sent.';
    case 'PENDING':
      return isSignedOut(status) ? 'Saved on this device. Sign in, and it goes out.' : 'Saved on this device; goes out by itself.';
    default:
      return '';
  }
}

/** When something goes out that is kept on this device. */
export const goesOut = status => (isSignedOut(status) ? 'Sign in, and it goes out.' : 'It goes out by itself.');

/** Whether a person may write in a space; one that nothing is known of yet is their own. */
export const mayWrite = (status, space) => status?.spaces.find(each => each.space === space)?.mayWrite ?? true;

export const READ_ONLY = 'You can read this space, and not write in it. Its owner can change that.';

/** Why a record can't be changed here; empty where it can. */
export function whyReadOnly(status, record) {
  if (record.status === 'READ_ONLY') {
    return 'You are no longer in this space, so this can be read, and not changed.';
  }
  return mayWrite(status, record.space) ? '' : READ_ONLY;
}

/** What is wrong with a field, without the server's names for it. */
export function fieldTrouble({ path, message }) {
  const name = fieldName(path.replace(/^\/data(?=\/|$)/, ''));
  const words = message.replace(/^(\/\S*)?: /, '');
  return name ? `${name}: ${words}` : words;
}

/** How far the copying of a chosen file is. */
export function copying(file, done, all) {
  return done < all
    ? `${file} is being copied to this device: ${Math.floor((100 * done) / all)} %`
    : `${file} is copied; it is being checked.`;
}

/** That a conflict is decided; and what an undo would take away that others wrote. */
export function decided(conflict, { undo, undoesOthers }) {
  const sentence = `The conflict of ${recordName(conflict)} is decided.`;
  if (!undo || !undoesOthers) {
    return sentence;
  }
  return conflict.localDeleted
    ? `${sentence} Undo deletes the record again, with what others wrote.`
    : `${sentence} Undo puts your version of ${time(conflict.localUpdatedAt)} back as a whole, also over what others wrote.`;
}
