namespace Cwa.Graph;

/// <summary>
/// What a reader has to know of the data before believing them, such as that they are made up; null when there is
/// nothing.
/// </summary>
internal sealed class DataNotice
{
    public string? Text { get; set; }
}
