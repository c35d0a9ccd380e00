/** What a support desk needs, without secrets. */
@NullMarked
package org.tidemark.client.report;

import org.jspecify.annotations.NullMarked;
