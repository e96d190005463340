using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Cwa.Graph.Ide;

/// <summary>Serves Banana Cake Pop to browsers, at the same endpoint that programs use.</summary>
public static class BananaCakePop
{
    private static readonly string FirstQuery = """
        query Directory {
          agencies(first: 5) {
            totalCount
            nodes {
              abbreviation
              name
              kind
              directive
              parent {
                abbreviation
              }
            }
          }
        }

        """;

    // A page of the IDE cannot tell its configuration, which it fetches from a fixed address, what it was opened with.
    private const string Opened = "operation",
        ConfigPath = "/bcp-config.json";

    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "ide");

    // What the build compressed, the smallest first: the encoding, and how the file's name ends.
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    /// <remarks>Goes before UseRouting: files are not served once an endpoint has been chosen.</remarks>
    /// <param name="notice">What readers must know about the data, such as that they are invented; it heads every new
    /// document.</param>
    /// <param name="operationOf">The text of a published operation by its name, or null. `?operation=` names the one
    /// that new documents begin with.</param>
    public static IApplicationBuilder UseBananaCakePop(
        this IApplicationBuilder app,
        PathString path,
        Func<string?> notice,
        Func<string, string?> operationOf
    )
    {
        app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments(path, out var rest)
                    ? ServeAsync(context, path, rest, notice, operationOf, next)
                    : next(context)
        );

        return Directory.Exists(Files) ? app.UseIdeFiles(path, new PhysicalFileProvider(Files)) : app;
    }

    private static IApplicationBuilder UseIdeFiles(this IApplicationBuilder app, PathString path, IFileProvider files)
    {
        var types = new FileExtensionContentTypeProvider();
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(path, out var rest))
                    PreferCompressed(context.Request, rest, files);
                return next(context);
            }
        );
        return app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = path,
                FileProvider = files,
                ServeUnknownFileTypes = true, // LICENSE has no extension
                DefaultContentType = "text/plain; charset=utf-8",
                OnPrepareResponse = file =>
                {
                    var response = file.Context.Response;
                    Prepare(file.Context, lasting: file.Context.Request.Path.StartsWithSegments(path + "/static"));
                    response.Headers.Vary = "Accept-Encoding";
                    if (file.Context.Items[typeof(BananaCakePop)] is not string encoding)
                        return;
                    response.Headers.ContentEncoding = encoding;
                    if (types.TryGetContentType(Path.GetFileNameWithoutExtension(file.File.Name), out var type))
                        response.ContentType = type;
                },
            }
        );
    }

    private static void PreferCompressed(HttpRequest request, PathString rest, IFileProvider files)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, ending) in Compressed)
        {
            if (
                !accepted.Any(a => a.Quality != 0 && a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                || !files.GetFileInfo(rest.Value + ending).Exists
            )
                continue;
            request.Path = request.Path.Value + ending;
            request.HttpContext.Items[typeof(BananaCakePop)] = encoding;
            return;
        }
    }

    /// <summary>What the IDE reads before it starts; the document is the text of every new tab.</summary>
    private static object ConfigWith(string? notice, string operation) =>
        new
        {
            Title = "CwA Graph",
            UseBrowserUrlAsEndpoint = true,
            DisableTelemetry = true,
            IncludeCookies = true,
            GraphQLDocument = notice is null ? operation : $"# {notice.ReplaceLineEndings("\n# ")}\n\n{operation}",
        };

    private static Task ServeAsync(
        HttpContext context,
        PathString path,
        PathString rest,
        Func<string?> notice,
        Func<string, string?> operationOf,
        RequestDelegate next
    ) =>
        rest.Value switch
        {
            "" when BrowserAsksForPage(context.Request) => RedirectAsync(context, path),
            "/" when BrowserAsksForPage(context.Request) => SendPageAsync(context, path),
            // Its service worker reloads the page once it has cached it, losing what was typed, and serves an old IDE
            // after an update.
            "/service-worker.js" => NotFoundAsync(context),
            ConfigPath when HttpMethods.IsGet(context.Request.Method) => SendConfigAsync(
                context,
                notice(),
                context.Request.Cookies[Opened] is { } opened ? operationOf(opened) : null
            ),
            _ => next(context),
        };

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool BrowserAsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey("query")
        && !request.Query.ContainsKey("sdl");

    /// <summary>The IDE's links are relative: its page needs the slash.</summary>
    private static Task RedirectAsync(HttpContext context, PathString path)
    {
        Prepare(context, lasting: false);
        context.Response.Headers.Vary = "Accept";
        context.Response.Redirect($"{context.Request.PathBase}{path}/");
        return Task.CompletedTask;
    }

    private static Task SendPageAsync(HttpContext context, PathString path)
    {
        Remember(context, path);
        Prepare(context, lasting: false);
        context.Response.Headers.Vary = "Accept";
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Path.Combine(Files, "index.html");
        if (File.Exists(page))
            return context.Response.SendFileAsync(page, context.RequestAborted);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync(NotInstalledPage, context.RequestAborted);
    }

    private static void Remember(HttpContext context, PathString path)
    {
        var options = new CookieOptions
        {
            Path = context.Request.PathBase.Add(path).Add(ConfigPath),
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        };
        if (context.Request.Query[Opened] is [{ Length: > 0 } operation])
            context.Response.Cookies.Append(Opened, operation, options);
        else
            context.Response.Cookies.Delete(Opened, options);
    }

    private static Task SendConfigAsync(HttpContext context, string? notice, string? operation)
    {
        Prepare(context, lasting: false);
        return context.Response.WriteAsJsonAsync(ConfigWith(notice, operation ?? FirstQuery), context.RequestAborted);
    }

    private static void Prepare(HttpContext context, bool lasting)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = lasting ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy(
            context.RequestServices.GetRequiredService<Site>().AddressFor(context.Request)?.Authority
        );
    }

    /// <remarks>
    /// The IDE compiles JSON schemas into code, hence unsafe-eval. Older browsers do not count a WebSocket of the same
    /// host as 'self'.
    /// </remarks>
    private static string ContentSecurityPolicy(string? host) =>
        "default-src 'none'; "
        + "script-src 'self' 'unsafe-eval'; "
        + "worker-src 'self' blob:; "
        + "style-src 'self' 'unsafe-inline'; "
        + "font-src 'self'; "
        + "img-src 'self' data: blob:; "
        + "manifest-src 'self'; "
        + $"connect-src 'self' {(host is null ? "" : $"ws://{host} wss://{host} ")}data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string NotInstalledPage = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>CwA Graph</title>
          <style>
            body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
          </style>
        </head>
        <body>
          <h1>The API works, but its IDE is not installed</h1>
          <p>
            Banana Cake Pop is taken from npm when the project is built. Install Node.js 20 or later, build the project
            again, and start it.
          </p>
          <p>Until then <a href="../graphql?sdl">the schema</a> is here to read, and queries are answered as usual.</p>
        </body>
        </html>
        """;
}
