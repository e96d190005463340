using Cwa.Graph;
using Cwa.Graph.Engine;
using Cwa.Graph.Ide;
using Cwa.Model;

if (Commands.AreAsked(args))
    return await Commands.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
if (SignIn.Missing(builder) is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

builder.AddCwaLogging();
builder.AddCwaSite();
builder.AddCwaModel();
builder.AddCwaOperations();
builder.AddCwaSecurity();
builder.AddCwaSignIn();
builder.AddCwaGraph();
builder.AddCwaFiles();

var app = builder.Build();
if (await Start.RefusalAsync(app.Services) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

app.UseMasking();
app.UseCwaSite();
app.UseWebSockets();
app.UseCwaOrigins();
app.UseCwaSignIn();
app.UseBananaCakePop("/graphql", () => app.Services.GetRequiredService<DataNotice>().Text);
app.UseRouting();
app.MapGraph("/graphql");
app.MapImport("/import");
app.MapExport("/export");
app.MapCalendars("/calendar");
app.MapAtom("/feed.atom");
app.MapHealthChecks("/healthz/ready");
app.MapGet("/", () => Results.Redirect("/graphql/")).ExcludeFromDescription();
return await Start.ServeAsync(app);
