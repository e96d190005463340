using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The records that rows may have made before, by what tells them apart: read a batch at a time.</summary>
internal sealed class StoredRecords<TVerb, TRecord>(VerbRows<TVerb, TRecord> kind)
    where TVerb : Verb<TRecord>
    where TRecord : class
{
    private readonly IReadOnlyList<VerbColumn> _key = [.. kind.Key.Select(VerbRows<TVerb, TRecord>.ColumnOf)];
    private readonly IReadOnlyList<VerbColumn> _keyInFile =
    [
        .. kind.OncePerFile.Select(VerbRows<TVerb, TRecord>.ColumnOf),
    ];
    private readonly Dictionary<UInt128, List<TRecord>> _records = [];
    private IReadOnlyList<VerbColumn>? _compared;

    /// <summary>Notes which columns the file has: only these say something.</summary>
    public void Note(ImportRow row) =>
        _compared ??= [
            .. kind.Filled.Where(column =>
                row.Has(column.Name)
                && (column.Named is null || !kind.Key.Contains(column.Property))
                && ReadProperty.Of(typeof(TRecord), column.Property) is not null
            ),
        ];

    /// <summary>Reads the records of the next rows.</summary>
    public async Task LoadAsync(CwaDbContext db, IReadOnlyList<TVerb> said, CancellationToken cancellationToken)
    {
        _records.Clear();
        if (kind.Stored(db, said) is not { } query)
            return;
        await foreach (var record in query.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var key = RecordKey.Of(kind.Key.Select(property => kind.Told(record, property)));
            if (!_records.TryAdd(key, [record]))
                _records[key].Add(record);
        }
    }

    /// <summary>
    /// The record of what is said; null when there is none. Of several that are told apart by nothing, the one that
    /// says the same.
    /// </summary>
    public TRecord? Find(TVerb said) =>
        _records.Count > 0 && _records.TryGetValue(KeyOf(said, _key), out var records)
            ? records.Find(record => Difference(said, record) is null) ?? records[0]
            : null;

    /// <summary>What tells the row from others of its file.</summary>
    public UInt128 KeyInFile(TVerb said) => KeyOf(said, _keyInFile);

    /// <summary>The first column in which the row contradicts the record; null when there is none.</summary>
    public (string Column, string Told, string Said)? Difference(TVerb said, TRecord record)
    {
        foreach (var column in _compared!.Where(column => kind.IsComparable(said, column.Property)))
        {
            var (before, now) = (kind.Told(record, column.Property), column.Get(said));
            if (!RecordKey.AreSame(before, now))
                return column.Named is null
                    ? (column.Name, RecordKey.Shown(before), RecordKey.Shown(now))
                    : (column.Name, before is null ? "nothing" : "another one", now is null ? "nothing" : "this one");
        }

        return null;
    }

    private static UInt128 KeyOf(TVerb said, IReadOnlyList<VerbColumn> key) =>
        RecordKey.Of(key.Select(column => column.Get(said)));
}
