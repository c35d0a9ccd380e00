// A page that uploads with Uppy as it is, through the functions that its S3 plug-in asks for.
import AwsS3 from "@uppy/aws-s3";
import Uppy from "@uppy/core";

const PART = 8 * 1024 * 1024;

const media = (api, token) => {
  const call = async (method, path, body) => {
    const response = await fetch(api + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text && JSON.parse(text);
  };
  return {
    open: (file) =>
      call("POST", "/uploads", { fileName: file.name, contentType: file.type, size: file.size }),
    part: async (uploadId, number) =>
      (await call("POST", `/uploads/${uploadId}/parts`, { numbers: [number] })).parts[0],
    state: (uploadId) => call("GET", `/uploads/${uploadId}`),
    complete: (uploadId, parts) => call("POST", `/uploads/${uploadId}/complete`, { parts }),
    abort: (uploadId) => call("DELETE", `/uploads/${uploadId}`),
  };
};

const signed = (part) => ({ method: part.method, url: part.url, headers: part.headers });

/** Begins to upload the file of the input; it is paused after the first part if that is wanted. */
window.begin = (api, token, pausing) => {
  const server = media(api, token);
  const uppy = new Uppy({ allowMultipleUploadBatches: false });
  let stored;
  let single;
  window.said = { listed: [], paused: false };
  uppy.use(AwsS3, {
    shouldUseMultipart: (file) => file.size > PART,
    getChunkSize: () => PART,
    limit: 1,
    async getUploadParameters(file) {
      const upload = await server.open(file);
      single = upload.uploadId;
      return signed(upload.parts[0]);
    },
    async createMultipartUpload(file) {
      const { uploadId } = await server.open(file);
      return { uploadId, key: uploadId };
    },
    async signPart(file, { uploadId, partNumber }) {
      return signed(await server.part(uploadId, partNumber));
    },
    async listParts(file, { uploadId }) {
      const { parts } = await server.state(uploadId);
      window.said.listed.push(parts.length);
      return parts.map(({ number, size, etag }) => ({ PartNumber: number, Size: size, ETag: etag }));
    },
    async completeMultipartUpload(file, { uploadId, parts }) {
      stored = await server.complete(
        uploadId,
        parts.map(({ PartNumber, ETag }) => ({ number: PartNumber, etag: ETag })),
      );
      return { location: stored.url };
    },
    abortMultipartUpload: (file, { uploadId }) => server.abort(uploadId),
  });
  const data = document.querySelector("input").files[0];
  const id = uppy.addFile({ name: data.name, type: data.type, data });
  if (pausing) {
    uppy.once("s3-multipart:part-uploaded", () => {
      window.said.paused = true;
      uppy.pauseResume(id);
    });
  }
  window.resume = () => uppy.pauseResume(id);
  window.ending = uppy.upload().then(async ({ failed }) => {
    if (failed.length > 0) {
      throw new Error(failed[0].error);
    }
    return stored ?? server.complete(single, []);
  });
};

/** What a page gets to see of the API: its status, or that it was kept out. */
window.tryApi = (api, token) =>
  fetch(`${api}/uploads`, { headers: { Authorization: `Bearer ${token}` } }).then(
    (response) => `answered ${response.status}`,
    () => "kept out",
  );
