package org.tidemark.web.graphql.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Repeatable;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.resolve.Resolution;

/**
 * What SmallRye scans for annotated classes: every index that Jandex wrote at build time, since in
 * an EAR nothing else finds the classes of the other modules, and a few classes from outside.
 */
final class ApiIndex {
  /** SmallRye looks these up by itself, and the core has no index of its own. */
  private static final List<Class<?>> FROM_OUTSIDE =
      List.of(
          Map.class,
          Map.Entry.class,
          Repeatable.class,
          Deprecated.class,
          io.smallrye.graphql.api.Deprecated.class,
          io.smallrye.graphql.api.Entry.class,
          SyncStatus.class,
          ConflictType.class,
          ErrorCategory.class,
          MergeStrategy.class,
          Resolution.class);

  private ApiIndex() {}

  static IndexView read(ClassLoader classes) {
    try {
      List<IndexView> indexes = new ArrayList<>();
      for (URL index : Collections.list(classes.getResources("META-INF/jandex.idx"))) {
        indexes.add(read(index));
      }
      indexes.add(fromOutside());
      return CompositeIndex.create(indexes);
    } catch (IOException e) {
      throw new UncheckedIOException("The index of the API's classes cannot be read", e);
    }
  }

  private static IndexView read(URL index) throws IOException {
    URLConnection connection = index.openConnection();
    connection.setUseCaches(false);
    try (InputStream stream = connection.getInputStream()) {
      return new IndexReader(stream).read();
    }
  }

  private static IndexView fromOutside() throws IOException {
    Indexer indexer = new Indexer();
    for (Class<?> type : FROM_OUTSIDE) {
      indexer.indexClass(type);
    }
    return indexer.complete();
  }
}
