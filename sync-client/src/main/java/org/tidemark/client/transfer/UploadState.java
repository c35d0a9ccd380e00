package org.tidemark.client.transfer;

/** Where an upload stands, as people are told. */
public enum UploadState {
  /** Nothing of it is on the server yet. */
  WAITING,
  /** It is being sent, or goes on by itself. */
  UPLOADING,
  /** The server has the file; the record does not name it yet. */
  ATTACHING,
  /** The record names the file. */
  DONE,
  /** Rests until somebody resumes it. */
  PAUSED,
  /** Is not tried again before a person decides. */
  PARKED,
  /** The server does not take this file, and never will. */
  REFUSED,
  /** Was given up. */
  CANCELLED
}
