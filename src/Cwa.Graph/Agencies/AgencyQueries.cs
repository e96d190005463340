using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Identifies an agency: give exactly one of the fields.</summary>
[OneOf]
public sealed record AgencyByInput
{
    /// <summary>The agency's id, as its field `id` gives it.</summary>
    [Id]
    public string? Id { get; init; }

    /// <summary>The agency's abbreviation, such as `SSA`, in upper or lower case.</summary>
    public string? Abbreviation { get; init; }
}

/// <summary>The agencies that the memorandum addresses.</summary>
public sealed class AgencyQueries
{
    /// <summary>One agency; null if none has that id or abbreviation.</summary>
    /// <param name="by">Which agency.</param>
    public static async Task<Agency?> AgencyAsync(
        AgencyByInput by,
        ById<Agency> byId,
        AgencyByAbbreviation byAbbreviation,
        CancellationToken cancellationToken
    ) =>
        by switch
        {
            { Abbreviation: { } abbreviation } => await byAbbreviation
                .Load(abbreviation)
                .GetResultAsync(cancellationToken),
            { Id: { } id } when NodeId.Decode(id) is { Type: nameof(Agency), Key: var key } => await byId.Load(key)
                .GetResultAsync(cancellationToken),
            _ => null,
        };

    /// <summary>
    /// The departments, bureaus, independent agencies and government corporations of 1998. The whole government fits on
    /// one page.
    /// </summary>
    [PageSize(Most = 250)]
    public static Task<Connection<Agency>> AgenciesAsync(Page<Agency> page) => page.AllAsync();
}
