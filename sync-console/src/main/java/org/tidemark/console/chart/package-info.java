/** Charts that are drawn on the server, for people who would rather look than read. */
@NullMarked
package org.tidemark.console.chart;

import org.jspecify.annotations.NullMarked;
