package org.tidemark.web.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.tidemark.web.graphql.engine.GraphQLEngine;
import org.tidemark.web.http.WebSettings;

/** Makes the engine once, over the API classes as CDI gives them to this WAR. */
@ApplicationScoped
public class GraphQLBootstrap {
  @Inject @Any private Instance<Object> beans;
  @Inject private CurrentCaller callers;

  @Produces
  @Singleton
  GraphQLEngine engine(WebSettings settings) {
    return GraphQLEngine.create(
        GraphQLBootstrap.class.getClassLoader(),
        type -> beans.select(type).get(),
        settings.limits(),
        callers);
  }
}
