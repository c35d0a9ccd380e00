/**
 * What every server must do: cases that run against the model and against the real server, and are
 * compared answer by answer.
 */
@NullMarked
package org.tidemark.testkit.contract;

import org.jspecify.annotations.NullMarked;
