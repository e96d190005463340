using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Architecture;

/// <summary>A type that names a type of another folder.</summary>
internal sealed record Step(string From, string To, string Type, string Named)
{
    public override string ToString() => $"{From}/{Type} names {To}/{Named}";
}

/// <summary>A project's folders, and which types of one name types of another.</summary>
/// <remarks>
/// Which types are named is read from the compiled code, so that no word in a comment counts and every `var` does. Only
/// constants are lost there. In which folder a type stands is read from the source: namespaces do not tell.
/// </remarks>
internal sealed partial class House
{
    private static readonly ArchUnitNET.Domain.Architecture Compiled = new ArchLoader()
        .LoadAssemblies(typeof(GraphBuilder).Assembly, typeof(CwaSchema).Assembly)
        .Build();

    private readonly Dictionary<string, string> _folders;

    /// <param name="project">The project's folder, whose name is its assembly's.</param>
    public House(string project)
    {
        var root = Repository.PathOf($"src/{project}");
        _folders = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Folder: Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)))
            .Where(source => source.Folder is ["obj" or "bin", ..] is false)
            .SelectMany(source =>
                Declaration()
                    .Matches(File.ReadAllText(source.File))
                    .Select(match =>
                        (match.Groups["name"].Value, Folder: source.Folder is [var first, _, ..] ? first : "")
                    )
            )
            .Distinct()
            .ToDictionary(type => type.Value, type => type.Folder);
        Steps =
        [
            .. Compiled
                .Types.Where(type => type.Assembly.Name.Split(',')[0] == project)
                .SelectMany(type =>
                    type.Dependencies.SelectMany(Named).Select(named => (Type: NameOf(type), Named: NameOf(named)))
                )
                .Distinct()
                .Where(pair => _folders.ContainsKey(pair.Type) && _folders.ContainsKey(pair.Named))
                .Select(pair => new Step(_folders[pair.Type], _folders[pair.Named], pair.Type, pair.Named))
                .Where(step => step.From != step.To)
                .OrderBy(step => step.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The folders; what stands in none of them puts all together, and may name everything.</summary>
    public IReadOnlySet<string> Folders => _folders.Values.Where(folder => folder.Length > 0).ToHashSet();

    /// <summary>Every step from one folder into another.</summary>
    public IReadOnlyList<Step> Steps { get; }

    private static IEnumerable<IType> Named(ITypeDependency dependency) =>
        dependency.TargetGenericArguments.SelectMany(All).Prepend(dependency.Target).Where(IsNamed);

    private static IEnumerable<IType> All(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(All).Prepend(argument.Type);

    // What stands for any type is known by the name of some type that has one.
    private static bool IsNamed(IType type) => type is not GenericParameter;

    // A nested type belongs to the one around it.
    private static string NameOf(IType type) => Nested().Replace(type.FullName, "").Split('.')[^1];

    [GeneratedRegex(@"[`+/<].*")]
    private static partial Regex Nested();

    [GeneratedRegex(
        @"^(?:public |internal )(?:(?:abstract|sealed|static|partial|readonly) )*"
            + @"(?:(?:class|record struct|record|struct|interface|enum)|delegate [^(]+?) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();
}
