/** What only shows within the container: probes are deployed by Arquillian beside the EAR. */
@NullMarked
package org.tidemark.it.container;

import org.jspecify.annotations.NullMarked;
