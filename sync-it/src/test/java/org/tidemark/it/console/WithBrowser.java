package org.tidemark.it.console;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tidemark.browser.TestBrowser;

/** Gives tests the browser of the run, which starts when the first one asks for it. */
final class WithBrowser implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestBrowser.class;
  }

  @Override
  public TestBrowser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(TestBrowser.class, key -> TestBrowser.start(), TestBrowser.class);
  }
}
