/** What people and machines read: lines, columns, JSON, failures in words. */
@NullMarked
package org.tidemark.cli.print;

import org.jspecify.annotations.NullMarked;
