using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The caller.</summary>
public sealed class ViewerQueries
{
    /// <summary>You, as the server understands your token. Null if you are not signed in.</summary>
    [NeverKept]
    public static Viewer? Viewer(Caller caller) =>
        caller.IsSignedIn ? new(caller.Name, [.. Roles.All.Where(caller.Has)], caller.IsNpr) : null;
}

/// <summary>The person or program that sends the request.</summary>
/// <param name="Name">Your name, as the audit trail gives it.</param>
/// <param name="Roles">Your roles: `Agency.Submit`, `Npr.Read`, `Npr.Review`, `Npr.Admin`. Without a role you read what
/// is public.</param>
/// <param name="IsNpr">Whether you read, for NPR, what all agencies report.</param>
public sealed record Viewer(string Name, IReadOnlyList<string> Roles, bool IsNpr);

/// <inheritdoc cref="Viewer"/>
public sealed class ViewerType : ObjectType<Viewer>
{
    /// <summary>The agencies that you act for, components included; empty without the role `Agency.Submit`.</summary>
    [PageSize(Most = 250)]
    public static Task<Connection<Agency>> Agencies(Viewer viewer, Caller caller, Page<Agency> page) =>
        page.Where("is acted for", caller.Agencies.ToArray(), (agency, mine) => Enumerable.Contains(mine, agency.Id))
            .AllAsync();
}
