#!/usr/bin/env node
/**
 * A stand-in for Prisma's native schema engine, for networks that block its download host:
 * the same conversation (JSON-RPC, one message a line, on standard input and output), answered
 * by Prisma's own engine compiled to WebAssembly. prisma.config.ts names it when nothing else is named.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const charType = 18;
const charArrayTypes = [1002, 1003];
const textType = 25;
const textArrayType = 1009;

const words = process.argv.slice(2);
const url = JSON.parse(valueAfter("--datasource") ?? "{}").url;

function valueAfter(option) {
  const place = words.indexOf(option);
  return place < 0 ? undefined : words[place + 1];
}

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/** The same address with another database's name. */
function withDatabase(name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

async function onServer(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (statement) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Works round three defects of adapter-pg that only the schema engine meets: it does not know
 * the type "char", loses it in arrays, and splits scripts at every semicolon.
 */
function mended(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    result?.fields?.forEach((field, index) => {
      if (field.dataTypeID === charType) {
        field.dataTypeID = textType;
        charColumns.push(index);
      } else if (charArrayTypes.includes(field.dataTypeID)) field.dataTypeID = textArrayType;
    });
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    const client = await adapter.client.connect();
    try {
      await client.query(script);
    } catch (error) {
      adapter.onError(error);
    } finally {
      client.release(true);
    }
  };
  return adapter;
}

/** adapter-pg's own shadow database is the main one, so a real one is made and dropped here. */
async function connectToShadow() {
  const name = `candour_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(url, `CREATE DATABASE "${name}"`);
  const adapter = mended(await new PrismaPg({ connectionString: withDatabase(name) }).connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await onServer(url, `DROP DATABASE "${name}" WITH (FORCE)`);
  };
  return adapter;
}

function adapterFactory() {
  const refuse = () => {
    throw new Error("Set DATABASE_URL: this needs a database to work on.");
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: url ? async () => mended(await new PrismaPg({ connectionString: url }).connect()) : refuse,
    connectToShadowDb: url ? connectToShadow : refuse,
  };
}

const errorCodes = { "3D000": "P1003", "28P01": "P1000", ECONNREFUSED: "P1001", "42P04": "P1009" };

/** The engine's one-shot commands: they answer by exit code and one line of JSON. */
async function runOnce(command) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    if (command === "can-connect-to-database") await onServer(url);
    else if (command === "create-database") await onServer(withDatabase("postgres"), `CREATE DATABASE "${name}"`);
    else if (command === "drop-database") await onServer(withDatabase("postgres"), `DROP DATABASE IF EXISTS "${name}"`);
    else throw new Error(`unknown command ${command}`);
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: errorCodes[error.code], meta: {} };
    process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: "ERROR", fields, target: "schema_engine::logger" })}\n`);
    process.exitCode = 1;
  }
}

async function converse() {
  const { SchemaEngine } = await loadEngine();
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapterFactory()));
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  let printed = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {};
    if (!method) continue;
    try {
      const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
      // The native engine sends what is to be printed as a request of its own, before the result.
      if (method === "diff" && result?.stdout) {
        send({ id: `print-${(printed += 1)}`, method: "print", params: { content: result.stdout } });
        result.stdout = null;
      }
      send({ id, result: result ?? {} });
    } catch (error) {
      const data = { is_panic: false, message: error?.message ?? String(error), error_code: error?.code, meta: error?.meta ?? {} };
      send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
    }
  }
}

if (words.includes("--version")) {
  const { version } = await loadEngine();
  process.stdout.write(`schema-engine-cli ${version()}\n`);
} else if (words.includes("cli")) {
  await runOnce(valueAfter("cli"));
} else {
  await converse();
}
