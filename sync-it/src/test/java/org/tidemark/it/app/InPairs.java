package org.tidemark.it.app;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.WithServer;

/**
 * Gives methods of tests what opens their pair; the server and the browser are those of the run.
 */
final class InPairs implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pairs.class;
  }

  @Override
  public Pairs resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestBrowser browser =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(InPairs.class))
            .getOrComputeIfAbsent(TestBrowser.class, key -> TestBrowser.start(), TestBrowser.class);
    return new Pairs(context, WithServer.of(context), browser);
  }
}
