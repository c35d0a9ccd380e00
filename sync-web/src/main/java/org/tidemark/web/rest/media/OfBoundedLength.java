package org.tidemark.web.rest.media;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Its requests say how long they are, and are no longer than a form with the largest file. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface OfBoundedLength {}
