// The worker as a function: one action at a time, and a new worker after a crash.
import { ENGINE_FILES, ENGINE_SIZE, VERSION } from "./build.js";

export class Refused extends Error {} // the input is at fault
export class Crashed extends Error {} // the engine is

// A worker from a blob has the content security policy of the page, so the engine cannot upload.
const ADDRESS = new URL("worker.js", import.meta.url).href;

export class Engine {
  constructor(progress) {
    this.progress = progress;
    this.worker = null;
    this.waiting = null;
    this.ready = null;
  }

  // Load the engine, once.
  start() {
    this.ready ??= this.load();
    return this.ready;
  }

  async load() {
    const source = URL.createObjectURL(new Blob([`import ${JSON.stringify(ADDRESS)};`], { type: "text/javascript" }));
    const worker = new Worker(source, { type: "module" });
    this.worker = worker;
    worker.onmessage = ({ data }) => {
      if ("loaded" in data) this.progress(data.loaded);
      else this.settle(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.fail(event.message || "the engine could not be loaded");
    };
    try {
      return await this.send({ action: "start", name: VERSION, engineFiles: ENGINE_FILES, size: ENGINE_SIZE });
    } catch (error) {
      this.stop();
      throw error;
    }
  }

  send(message) {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.worker.postMessage({ id: 1, ...message });
    });
  }

  settle({ result, error }) {
    const waiting = this.waiting;
    this.waiting = null;
    if (error !== undefined) {
      this.stop();
      waiting?.reject(new Crashed(error));
    } else waiting?.resolve(result);
  }

  fail(message) {
    this.settle({ error: message });
  }

  // The result of an action.  Throws Refused or Crashed.
  async run(action, files, settings) {
    const earlier = this.turn ?? Promise.resolve();
    const mine = earlier.catch(() => {}).then(async () => {
      await this.start();
      const answer = await this.send({ action, files, settings });
      if (answer.refused !== undefined) throw new Refused(answer.refused);
      return answer.result;
    });
    this.turn = mine;
    return mine;
  }

  // End the worker, also in the middle of a check.
  stop() {
    this.worker?.terminate();
    this.worker = null;
    this.ready = null;
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.reject(new Crashed("stopped"));
  }
}
