// Shows both documents with Scalar. Everything that would ask another host is off; the page's Content-Security-Policy says so too.
Scalar.createApiReference("#reference", {
  sources: [
    { title: "Delivery: what readers get", slug: "delivery", url: "/openapi/delivery", default: true },
    { title: "Editorial: where the newsroom writes", slug: "editorial", url: "/openapi/editorial" },
  ],
  servers: [{ url: window.location.origin }],
  persistAuth: true,
  authentication: { preferredSecurityScheme: "key" },
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showToolbar: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
});
