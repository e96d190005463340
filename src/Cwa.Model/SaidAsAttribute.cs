namespace Cwa.Model;

/// <summary>
/// What people write in their files in place of a value's name. Case, spaces and hyphens do not matter, and neither do
/// they in the name itself: Face to face is FACE_TO_FACE.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class SaidAsAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words => words;
}
