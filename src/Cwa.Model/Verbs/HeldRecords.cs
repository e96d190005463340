namespace Cwa.Model;

/// <summary>
/// Records that were read for many verbs at once, with their agencies locked, so that no verb reads them again.
/// </summary>
internal sealed class HeldRecords
{
    private readonly Dictionary<Guid, (object Record, Guid AgencyId)> _records = [];

    /// <summary>The agencies that are locked, by id.</summary>
    public required Dictionary<Guid, Agency> Agencies { get; init; }

    /// <summary>Holds a record of an agency.</summary>
    public void Hold(Guid id, object record, Guid agencyId) => _records[id] = (record, agencyId);

    /// <summary>The record with this id, and the id of its agency; null when it is not held.</summary>
    public (T Record, Guid AgencyId)? Find<T>(Guid id)
        where T : class =>
        _records.TryGetValue(id, out var held) && held.Record is T record ? (record, held.AgencyId) : null;

    /// <summary>Whether it was looked up what is recorded already, so that the next verb need not ask.</summary>
    public bool IsLookedUp { get; private set; }

    /// <summary>What the next verb would record again; null when there is no such record.</summary>
    public object? Existing { get; private set; }

    /// <summary>Says what the next verb would record again.</summary>
    public void LookUp(object? existing) => (IsLookedUp, Existing) = (true, existing);

    /// <summary>Lets go of the records. Agencies stay.</summary>
    public void Release() => _records.Clear();
}
