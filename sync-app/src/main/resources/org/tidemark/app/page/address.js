// What the part of the address behind # names.

/** The view and its parameters; null where it is not well formed. */
export function route(hash) {
  try {
    const [path, ...parameters] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
    return { path: path || 'records', parameters };
  } catch {
    return null;
  }
}
