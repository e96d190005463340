namespace Cwa.Graph;

/// <summary>
/// What readers must know before they believe the data, such as that these are invented; null if there is nothing.
/// </summary>
internal sealed class DataNotice
{
    public string? Text { get; set; }
}
