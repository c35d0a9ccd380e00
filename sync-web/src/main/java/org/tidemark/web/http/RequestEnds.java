package org.tidemark.web.http;

import io.undertow.server.ExchangeCompletionListener.NextListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Ends each request on its connection's I/O thread, where the next one will be read.
 *
 * <p>Undertow would end it on the thread that answered, which then wakes the I/O thread; if the next
 * request is there already, that one spins until the first has let go of the connection. Where all
 * processors are at work the spinning takes the very one that the first needs: a third of the
 * server's time with many small requests.
 */
public class RequestEnds implements ServletExtension {
  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        next ->
            exchange -> {
              exchange.addExchangeCompleteListener(RequestEnds::end);
              next.handleRequest(exchange);
            });
  }

  private static void end(HttpServerExchange exchange, NextListener rest) {
    if (exchange.isInIoThread()) {
      rest.proceed();
      return;
    }
    // As a mere executor: the deployment does not see the class of the thread.
    Executor thread = exchange.getIoThread();
    try {
      thread.execute(rest::proceed);
    } catch (RejectedExecutionException shuttingDown) {
      rest.proceed();
    }
  }
}
