package org.tidemark.browser;

import java.nio.file.Path;
import java.util.Map;

/**
 * A Chromium that can be started.
 *
 * @param environment what the process needs besides this one's environment
 */
record Program(Path path, Map<String, String> environment) {}
