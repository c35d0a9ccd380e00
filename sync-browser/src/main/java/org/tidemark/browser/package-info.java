/** A real Chromium for tests: found on this machine or fetched, driven by Playwright. */
@NullMarked
package org.tidemark.browser;

import org.jspecify.annotations.NullMarked;
