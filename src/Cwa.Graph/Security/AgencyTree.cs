using System.Diagnostics;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Which agencies are components of which, kept for a few seconds, because every signed-in request asks.
/// </summary>
internal sealed class AgencyTree(IDbContextFactory<CwaDbContext> contexts)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private volatile Snapshot _last = new([], 0);

    /// <summary>
    /// The agencies with these abbreviations, alone and with all agencies below them. Unknown abbreviations are
    /// ignored.
    /// </summary>
    public async Task<(IReadOnlyList<Guid> Named, IReadOnlyList<Guid> WithComponents)> FindAsync(
        IReadOnlyList<string> abbreviations,
        CancellationToken cancellationToken
    )
    {
        if (abbreviations is [])
            return ([], []);

        var tree = _last;
        if (Stopwatch.GetElapsedTime(tree.ReadAt) > Lifetime || !abbreviations.All(tree.Knows))
            _last = tree = await ReadAsync(cancellationToken);
        var named = tree.Named(abbreviations);
        return (named, tree.WithComponents(named));
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = Stopwatch.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new(
            await db.Agencies.Select(a => new Place(a.Id, a.Abbreviation, a.ParentId)).ToListAsync(cancellationToken),
            readAt
        );
    }

    private sealed record Place(Guid Id, string Abbreviation, Guid? ParentId);

    private sealed class Snapshot(List<Place> places, long readAt)
    {
        private readonly Dictionary<string, Guid> _ids = places.ToDictionary(
            p => p.Abbreviation,
            p => p.Id,
            StringComparer.Ordinal
        );
        private readonly ILookup<Guid?, Guid> _components = places.ToLookup(p => p.ParentId, p => p.Id);

        public long ReadAt => readAt;

        public bool Knows(string abbreviation) => _ids.ContainsKey(abbreviation);

        public IReadOnlyList<Guid> Named(IReadOnlyList<string> abbreviations) =>
            [.. abbreviations.Where(Knows).Select(a => _ids[a])];

        public IReadOnlyList<Guid> WithComponents(IReadOnlyList<Guid> named)
        {
            var found = new HashSet<Guid>();
            var next = new Stack<Guid>(named);
            while (next.TryPop(out var id))
            {
                if (!found.Add(id))
                    continue;
                foreach (var component in _components[id])
                    next.Push(component);
            }

            return [.. found];
        }
    }
}
