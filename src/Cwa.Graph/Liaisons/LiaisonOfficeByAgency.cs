using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The office of the liaison who speaks for an agency, which everyone may know.</summary>
public sealed class LiaisonOfficeByAgency(RequestContexts contexts) : BatchLoader<Guid, string?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, string?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        var speakers = await SpeakersByAgency.OfAsync(db, db.Liaisons, keys, cancellationToken);
        return speakers.ToDictionary(of => of.Key, of => of.Value.Effective?.Liaison.Office);
    }
}
