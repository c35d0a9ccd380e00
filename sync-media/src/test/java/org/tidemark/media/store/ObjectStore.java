package org.tidemark.media.store;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3-compatible store on this machine, over a folder. */
public final class ObjectStore implements AutoCloseable {
  public static final String BUCKET = "media-bucket";
  public static final String ACCESS_KEY = "access";
  public static final String SECRET_KEY = "secret";

  private final S3Proxy server;

  private ObjectStore(S3Proxy server) {
    this.server = server;
  }

  /** Starts one with an empty bucket. */
  public static ObjectStore start(Path folder) {
    BlobStore blobs = new FilesystemNio2BlobStore(folder.toString());
    blobs.createContainer(BUCKET);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy does not start", e);
    }
    return new ObjectStore(server);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  public S3Settings settings() {
    return new S3Settings(endpoint(), null, "us-east-1", BUCKET, true, ACCESS_KEY, SECRET_KEY);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy does not stop", e);
    }
  }
}
