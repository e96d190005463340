using Cwa.Dashboard;
using Cwa.Dashboard.Frame;
using Cwa.Graph;
using Cwa.Graph.Engine;
using Cwa.Graph.Ide;
using Cwa.Model;

if (Commands.AreAsked(args))
    return await Commands.RunAsync(args);

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCwaLogging();
    builder.AddCwaSite();
    builder.AddCwaModel();
    builder.AddCwaOperations();
    builder.AddCwaTelemetry();
    builder.AddCwaSecurity();
    builder.AddCwaSignIn();
    builder.AddCwaGraph();
    builder.AddCwaFiles();
    builder.AddCwaPages();

    var app = builder.Build();
    Start.CheckSettings(app.Services);
    app.UseMasking(ProblemPages.IsAsked, ProblemPages.ShowAsync);
    app.UseCwaSite();
    app.UseCwaTelemetry();
    app.UseWebSockets();
    app.UseCwaOrigins();
    app.UseBananaCakePop("/graphql", () => app.Services.GetRequiredService<DataNotice>().Text, Dashboard.OperationOf);
    app.UseCwaSignIn(isForAll: Dashboard.IsAsset);
    app.UseProblemPages();
    app.UseRouting();
    app.UseAntiforgery();
    app.MapCwaSignIn();
    app.MapGraph("/graphql");
    app.MapImport("/import");
    app.MapTemplates("/import");
    app.MapExport("/export");
    app.MapCalendars("/calendar");
    app.MapAtom("/feed.atom");
    app.MapCwaHealth();
    app.MapDashboard();
    await app.RunAsync();
    return 0;
}
catch (Exception refusal) when (Start.ReasonOf(refusal) is { } reason)
{
    await Console.Error.WriteLineAsync($"The server does not start.\n{reason}");
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("The server was stopped before it had started.");
    return 1;
}
