using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph;

/// <summary>Where people sign in and out on our pages, as schema/SIGN-IN.md describes.</summary>
internal static class SignInEndpoints
{
    public const string SignInPath = "/sign-in",
        AsPath = "/sign-in/as",
        SignOutPath = "/sign-out",
        DirectorySignOutPath = "/sign-out/directory",
        ReturnUrl = "returnUrl";

    private const string RightsPath = "/signed-in",
        LeftPath = "/signed-out";

    private static readonly PathString[] All = [SignInPath, SignOutPath, RightsPath, LeftPath];

    /// <summary>Whether an address is one of these.</summary>
    public static bool Serve(PathString path) => All.Any(own => path.StartsWithSegments(own));

    /// <summary>The address that signs a person in and leads them back.</summary>
    public static string SignInTo(string back) => $"{SignInPath}?{ReturnUrl}={Uri.EscapeDataString(back)}";

    /// <summary>The address that tells a person what they may do, and then leads them back.</summary>
    public static string RightsOf(string? back) => $"{RightsPath}?{ReturnUrl}={Uri.EscapeDataString(back ?? "/")}";

    /// <summary>An address on this server to lead a person back to; the overview instead of any other.</summary>
    /// <remarks>Browsers drop some control characters, and read `\` as `/`: both could lead to another host.</remarks>
    public static string BackOf(string? address) =>
        address is ['/', ..] && address is not ['/', '/', ..] && address.All(c => c is > ' ' and < '\x7f' and not '\\')
            ? address
            : "/";

    public static void MapCwaSignIn(this WebApplication app)
    {
        app.MapGet(RightsPath, TellRightsAsync);
        // As a delegate, because the result of a handler of nothing but the context would be lost.
        app.MapPost(SignOutPath, (Delegate)SignOutAsync);
        app.MapGet(LeftPath, () => SignInDocuments.Of(SignInNotice.Left(!app.Environment.IsDevelopment())));
        if (app.Environment.IsDevelopment())
        {
            app.MapGet(SignInPath, ChooseAsync);
            app.MapPost(AsPath, SignInAsAsync);
        }
        else if (DirectoryCredential.In(app.Configuration.GetSection("AzureAd")) is [_, ..])
        {
            app.MapGet(SignInPath, SignInAsync);
            app.MapGet(DirectorySignOutPath, (Delegate)SignOutOfDirectoryAsync);
        }
        else
            app.MapGet(SignInPath, () => SignInDocuments.Of(SignInNotice.NotSetUp));
    }

    private static Task<IResult> SignInAsync(HttpContext http, string? returnUrl)
    {
        var back = BackOf(returnUrl);
        return GoAsync(http, back, Results.Challenge(new() { RedirectUri = back }, [DirectorySignIn.Scheme]));
    }

    private static Task<IResult> SignOutOfDirectoryAsync(HttpContext http) =>
        GoAsync(http, "/", Results.SignOut(new() { RedirectUri = "/" }, [DirectorySignIn.Scheme]));

    // The handler would throw while the directory's addresses are not known.
    private static async Task<IResult> GoAsync(HttpContext http, string back, IResult there)
    {
        var services = http.RequestServices;
        var options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(DirectorySignIn.Scheme);
        var known = (BaseConfigurationManager)options.ConfigurationManager!;
        return await services.GetRequiredService<SignInDirectory>().FailureAsync(known) is null
            ? there
            : SignInDocuments.Of(SignInNotice.Away(back));
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, string? returnUrl, Personas people) =>
        ThisMachine.Asks(http)
            ? SignInDocuments.Of(await people.ListAsync(http.RequestAborted), BackOf(returnUrl))
            : Results.NotFound();

    private static async Task<IResult> SignInAsAsync(HttpContext http, Personas people, Site site)
    {
        if (!ThisMachine.Asks(http))
            return Results.NotFound();
        // Without this, any page could sign its visitor in.
        if (!SameOrigin.Sent(http.Request, site))
            throw RequestError.ForeignPage();

        var form = http.Request.HasFormContentType
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : FormCollection.Empty;
        var all = await people.ListAsync(http.RequestAborted);
        if (all.FirstOrDefault(p => p.Key == form["who"]) is not { } someone)
            return SignInDocuments.Of(SignInNotice.NotOnTheList);
        await http.SignInAsync(PageSession.Scheme, someone.Claims);
        var back = BackOf(form[ReturnUrl]);
        return Results.LocalRedirect(someone.Roles is [] ? RightsOf(back) : back);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(PageSession.Scheme);
        return Results.LocalRedirect(LeftPath);
    }

    private static async Task<IResult> TellRightsAsync(
        HttpContext http,
        string? returnUrl,
        Caller caller,
        IDbContextFactory<CwaDbContext> contexts
    )
    {
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        var agencies = await caller
            .ActsFor(db.Agencies)
            .Select(a => a.Abbreviation)
            .Order()
            .ToListAsync(http.RequestAborted);
        return SignInDocuments.Of(SignInNotice.Rights(caller, agencies, BackOf(returnUrl)));
    }
}
