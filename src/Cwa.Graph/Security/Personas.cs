using System.Security.Claims;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Someone whom a developer can be on their own machine.</summary>
/// <param name="Key">What a form sends for them.</param>
/// <param name="Name">Who they are.</param>
/// <param name="Does">What they may do.</param>
/// <param name="Roles">Their roles; null for someone who is not signed in.</param>
/// <param name="Agency">The abbreviation of the agency that they act for.</param>
internal sealed record Persona(string Key, string Name, string Does, string[]? Roles, string? Agency = null)
{
    public bool IsOfAgency => Agency is not null;

    /// <summary>What the directory would say of them.</summary>
    public ClaimsPrincipal Claims =>
        PageSession.Of(
            Roles is null
                ? []
                :
                [
                    new("oid", $"development:{Key}"),
                    new("name", Name),
                    .. Roles.Select(role => new Claim("roles", role)),
                    .. Agency is null ? Array.Empty<Claim>() : [new("agency", Agency)],
                ]
        );
}

/// <summary>All of them.</summary>
internal sealed class Personas(IDbContextFactory<CwaDbContext> contexts)
{
    private static readonly Persona[] Fixed =
    [
        new("npr-reader", "NPR reader", "reads what all agencies report", [Roles.Read]),
        new("npr-reviewer", "NPR reviewer", "also accepts, returns, clears and publishes", [Roles.Review]),
        new(
            "npr-administrator",
            "NPR administrator",
            "reads, imports agencies, sets due days",
            [Roles.Read, Roles.Admin]
        ),
        new("no-role", "Someone without a role", "is signed in, and reads what is public", []),
        new("nobody", "Nobody", "is not signed in, and reads what is public", null),
    ];

    /// <summary>The key of whoever reports for an agency.</summary>
    public static string KeyOf(string agency) => $"agency-{agency}";

    /// <summary>Those of the fixed list, then one for each agency by its name.</summary>
    public async Task<IReadOnlyList<Persona>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var agencies = await db
            .Agencies.OrderBy(a => a.Name)
            .Select(a => new { a.Name, a.Abbreviation })
            .ToListAsync(cancellationToken);
        return
        [
            .. Fixed,
            .. agencies.Select(a => new Persona(
                KeyOf(a.Abbreviation),
                $"{a.Name} ({a.Abbreviation})",
                "reads and reports for it",
                [Roles.Submit],
                a.Abbreviation
            )),
        ];
    }
}
