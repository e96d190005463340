namespace Cwa.Model;

/// <summary>Service areas. New numbers replace those declared before.</summary>
internal sealed class ServiceAreaRows() : VerbRows<DeclareServiceArea, ServiceArea>("service-areas")
{
    public override IReadOnlyList<string> Key { get; } = [nameof(ServiceArea.AgencyId), nameof(ServiceArea.State)];

    public override bool ChangesItsRecord => true;

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfServiceAreas;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfServiceAreas;
}
