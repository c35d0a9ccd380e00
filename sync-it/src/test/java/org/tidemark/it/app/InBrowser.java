package org.tidemark.it.app;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tidemark.browser.TestBrowser;

/** Gives tests the browser of the application's tests, which starts with the first one. */
final class InBrowser implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestBrowser.class;
  }

  @Override
  public TestBrowser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(InBrowser.class))
        .getOrComputeIfAbsent(TestBrowser.class, key -> TestBrowser.start(), TestBrowser.class);
  }
}
