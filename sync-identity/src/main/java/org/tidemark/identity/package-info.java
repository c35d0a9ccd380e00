/** The server's token realm: who a bearer token speaks for, by any OpenID provider's keys. */
@NullMarked
package org.tidemark.identity;

import org.jspecify.annotations.NullMarked;
