package org.tidemark.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part of the API. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
