@NullMarked
package org.tidemark.console.chart;

import org.jspecify.annotations.NullMarked;
