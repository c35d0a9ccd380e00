/** Signing in by an OpenID Connect provider, where the settings name one. */
@NullMarked
package org.tidemark.console.openid;

import org.jspecify.annotations.NullMarked;
