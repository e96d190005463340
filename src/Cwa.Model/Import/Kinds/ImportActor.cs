namespace Cwa.Model;

/// <summary>Who imports a file, as the verbs that its rows do see them.</summary>
internal sealed class ImportActor(string name, HeldRecords held) : IActor
{
    public string Subject => name;

    public string Name => name;

    public bool CanReview => false;

    public bool CanSubmitFor(Guid agencyId) => held.Agencies.ContainsKey(agencyId);

    public IQueryable<T> Sees<T>(IQueryable<T> records)
        where T : class => records;
}
