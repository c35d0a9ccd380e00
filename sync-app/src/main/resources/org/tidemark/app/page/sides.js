// What the sides of a conflict's fields come to. No page is needed for any of it.

const same = (one, other) => one.kind === other.kind && one.text === other.text;

/** The fields of which something is not as it was; `isNew` tells of one that was not there. */
export function freshIn(conflict, earlier, isNew) {
  const isFresh = field => {
    const old = earlier(field.path);
    return old ? !same(old.local, field.local) || !same(old.server, field.server) || (field.settled && !same(old.suggested, field.suggested)) : isNew(field);
  };
  return new Set(conflict.fields.filter(isFresh).map(field => field.path));
}

/** What a person's own text begins with. */
export const beginning = field => (field.suggested.kind === 'ABSENT' ? field.local : field.suggested);

/** The side that the suggestion is of; else what it says is typed already. */
function startingSide(field) {
  if (same(field.suggested, field.local)) {
    return 'LOCAL';
  }
  if (same(field.suggested, field.server)) {
    return 'SERVER';
  }
  return field.suggested.kind === 'ABSENT' ? 'LOCAL' : 'TYPED';
}

/** How a field's choice stands: as somebody has seen it, though another one is suggested since. */
export function standing(field, kept = null) {
  if (!kept) {
    return { side: startingSide(field), text: beginning(field).text, touched: false };
  }
  const isOwn = kept.touched || (kept.side === 'TYPED' && !same(beginning(kept.field), beginning(field)));
  return { side: kept.side, text: isOwn ? kept.text : beginning(field).text, touched: isOwn };
}
