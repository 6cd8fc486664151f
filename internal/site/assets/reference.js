// Shows the document of document.js in the viewer. Operations have the fragments tag/…/operationId,
// to which pages link, and the Go code that document.js has for them.
(function () {
  "use strict";
  var methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
  Object.keys(apiDocument.paths || {}).forEach(function (path) {
    methods.forEach(function (method) {
      var operation = apiDocument.paths[path][method];
      var code = apiSnippets[method + " " + path];
      if (operation && code) {
        operation["x-codeSamples"] = [{ lang: "Go", label: "Go", source: code }];
      }
    });
  });
  function slug(text) { return text.replace(/[^A-Za-z0-9]+/g, "-"); }
  Scalar.createApiReference("#reference", {
    content: apiDocument,
    darkMode: document.documentElement.dataset.theme === "dark",
    hideDarkModeToggle: true,
    generateTagSlug: function (tag) { return slug(tag.name || ""); },
    generateOperationSlug: function (operation) { return slug(operation.operationId || operation.method + operation.path); },
    withDefaultFonts: false,
    documentDownloadType: "none",
    hideClientButton: true,
    hideTestRequestButton: true,
    hiddenClients: true,
    showDeveloperTools: "never",
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true }
  });
})();
