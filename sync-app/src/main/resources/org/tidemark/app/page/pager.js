// The ways to the first and to the next page of a long list.
import { el } from './dom.js';
import { replace } from './redraw.js';

export const pager = () => el('nav', { class: 'deeds', 'aria-label': 'Pages' });

/** Fills a pager: the list's address, where this page begins (empty: with the first), and what the next one begins after. */
export function showPages(nav, address, begins, next) {
  replace(nav,
    begins && el('a', { href: address }, 'First page'),
    next && el('a', { href: `${address}/${encodeURIComponent(next)}` }, 'Next page'));
}
