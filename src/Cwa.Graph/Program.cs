using Cwa.Graph.Ide;

var builder = WebApplication.CreateBuilder(args);

var app = builder.Build();
app.UseBananaCakePop("/graphql");
app.UseRouting();
app.MapPost("/graphql", () => Results.Text("""{"data":{"__typename":"Query"}}""", "application/json"));
app.MapGet("/healthz/ready", () => "Healthy");
await app.RunAsync();
