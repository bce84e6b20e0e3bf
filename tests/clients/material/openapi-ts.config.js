// What @hey-api/openapi-ts makes: a client that checks what it sends and what it gets.
export default {
  input: "openapi.json",
  output: { path: "hey", importFileExtension: ".js" },
  plugins: [
    "@hey-api/client-fetch",
    "zod",
    { name: "@hey-api/sdk", validator: true },
  ],
};
