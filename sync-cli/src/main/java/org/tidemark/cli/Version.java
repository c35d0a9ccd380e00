package org.tidemark.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar bears. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Tidemark " + (version == null ? "(not from a jar)" : version)};
  }
}
