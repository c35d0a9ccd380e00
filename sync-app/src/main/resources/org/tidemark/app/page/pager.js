// The ways to the first and to the next page of a long list.
import { el } from './dom.js';
import { replace } from './redraw.js';

export const pager = () => el('nav', { class: 'deeds', 'aria-label': 'Pages' });

/** Fills a pager: the address of the page after something, where this one begins (empty: with the first), and the next one. */
export function showPages(nav, address, begins, next) {
  replace(nav,
    begins && el('a', { href: address('') }, 'First page'),
    next && el('a', { href: address(next) }, 'Next page'));
}

/** The address of the page of a list; empty parts at the end are left out. */
export const pageAddress = (...parts) =>
  `#/${parts.map(encodeURIComponent).join('/').replace(/\/+$/, '')}`;
