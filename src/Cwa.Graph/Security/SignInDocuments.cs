using System.Text;
using System.Text.Encodings.Web;

namespace Cwa.Graph;

/// <summary>The markup of sign-in: documents without style and script.</summary>
internal static class SignInDocuments
{
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string SignOutForm =
        $"""<form method="post" action="{SignInEndpoints.SignOutPath}"><button>Sign out</button></form>""";

    /// <summary>A notice.</summary>
    public static IResult Of(SignInNotice notice)
    {
        var links = notice.Links.Select(link =>
            $"""<li><a href="{Encoded(link.Address)}">{Encoded(link.Words)}</a></li>"""
        );
        return new Document(
            notice.Status,
            notice.Title,
            $"""
            <p>{Encoded(notice.Text)}</p>
            <ul>{string.Concat(links)}</ul>
            {(notice.CanLeave ? SignOutForm : "")}
            """
        );
    }

    /// <summary>The list of those whom a developer can be.</summary>
    /// <param name="people">Them.</param>
    /// <param name="back">Where they go once they are signed in.</param>
    public static IResult Of(IReadOnlyList<Persona> people, string back)
    {
        var (liaisons, others) = (people.Where(p => p.IsOfAgency), people.Where(p => !p.IsOfAgency));
        var buttons = others.Select(p =>
            $"""<li><button name="who" value="{Encoded(p.Key)}">{Encoded(p.Name)}</button> {Encoded(p.Does)}</li>"""
        );
        var options = liaisons.Select(p => $"""<option value="{Encoded(p.Key)}">{Encoded(p.Name)}</option>""");
        var hidden = $"""<input type="hidden" name="{SignInEndpoints.ReturnUrl}" value="{Encoded(back)}">""";
        return new Document(
            StatusCodes.Status200OK,
            "Sign in as …",
            $"""
            <p>This page is there only in Development, and only for this machine.</p>
            <form method="post" action="{SignInEndpoints.AsPath}">
            {hidden}
            <ul>{string.Concat(buttons)}</ul>
            </form>
            <form method="post" action="{SignInEndpoints.AsPath}">
            {hidden}
            <p><label for="agency">Someone who reports for an agency</label>
            <select id="agency" name="who">{string.Concat(options)}</select>
            <button>Sign in</button></p>
            </form>
            """
        );
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private sealed class Document(int status, string title, string body) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var response = http.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentSecurityPolicy = Policy;
            if (status == StatusCodes.Status503ServiceUnavailable)
                response.Headers.RetryAfter = "5";
            return response.WriteAsync(
                // A form of a page without any referrer has the Origin `null`.
                $"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="same-origin">
                <title>{Encoded(title)} · CwA Graph</title>
                </head>
                <body>
                <main>
                <h1>{Encoded(title)}</h1>
                {body}
                </main>
                </body>
                </html>

                """,
                Encoding.UTF8,
                http.RequestAborted
            );
        }
    }
}
