/** What `mvn -Prun` starts, as its user sees it: a process, a terminal, a folder. */
@NullMarked
package org.tidemark.it.run;

import org.jspecify.annotations.NullMarked;
