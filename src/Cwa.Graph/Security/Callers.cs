using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Makes the <see cref="Caller"/> of a token or a cookie, whoever issued it.</summary>
internal sealed class Callers(AgencyTree tree, IOptionsMonitor<SecuritySettings> settings)
{
    private const int LongestName = 200;

    public async Task<Caller> OfAsync(ClaimsPrincipal shown, CancellationToken cancellationToken)
    {
        // Of tokens, only a person's has a scope. A tool acts under the id of its own registration. A cookie has neither.
        var app = First("scp") is null ? First("azp") ?? First("appid") : null;
        var subject = app is null ? First("oid") ?? First("sub") : "app:" + app;
        if (subject is null)
            return Caller.Public;

        var abbreviations = All("agency").SelectMany(List).Concat(app is null ? [] : AgenciesOf(app));
        var name = First("preferred_username") ?? First("name") ?? First("unique_name") ?? subject;
        var (named, withComponents) = await tree.FindAsync([.. abbreviations.Distinct()], cancellationToken);
        return new(
            subject,
            PlainText.Shortened(name, LongestName),
            [.. All("roles"), .. All("role")],
            withComponents,
            named
        );

        // A name that the audit trail cannot store is ignored.
        string? First(string claim) =>
            shown.FindFirst(claim)?.Value is { } value
            && !PlainText.IsEmpty(value)
            && PlainText.FirstUnwanted(value) is null
                ? value
                : null;
        // A directory attribute and user-jwts hold one value, so several agencies are separated by commas.
        static string[] List(string claim) =>
            claim.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> All(string claim) => shown.FindAll(claim).Select(c => c.Value);
    }

    private string[] AgenciesOf(string app) => settings.CurrentValue.Agencies.GetValueOrDefault(app) ?? [];
}
